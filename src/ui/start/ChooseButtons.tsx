import { Button, FileButton } from "@mantine/core";
import { useActions } from "../app-context.tsx";
import { ACCEPTED } from "./accepted.ts";

/** A real button for those who do not drag, and a map for those who have none at hand. */
export function ChooseButtons({ chooseLabel = "Choose a file" }: { chooseLabel?: string }) {
  const { openFiles, openExample } = useActions();
  return (
    <div className="row" style={{ gap: "var(--s-3)", flexWrap: "wrap" }}>
      <FileButton multiple onChange={(files) => void openFiles(files)} accept={ACCEPTED}>
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
