import { Button, FileButton } from "@mantine/core";
import { useActions } from "../app-context.tsx";

/** Kinds of file that the chooser offers first; what a file is, its bytes decide. */
const ACCEPTED = ".map,.mrc,.ccp4,.rec,.gz,.bz2,.zip";

/** A real button for those who do not drag, and a map for those who have none at hand. */
export function ChooseButtons({ chooseLabel = "Choose a file" }: { chooseLabel?: string }) {
  const { openFile, openExample } = useActions();
  return (
    <div className="row" style={{ gap: "var(--s-3)", flexWrap: "wrap" }}>
      <FileButton onChange={(file) => file && openFile(file)} accept={ACCEPTED}>
        {(props) => (
          <Button {...props} size="lg">
            {chooseLabel}
          </Button>
        )}
      </FileButton>
      <Button size="lg" variant="default" onClick={openExample}>
        Try the example map
      </Button>
    </div>
  );
}
