import { Button, SegmentedControl } from "@mantine/core";
import { Suspense, useState } from "react";
import type { OpenedMap } from "../../engine/engine.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { lazyPart } from "../lazy-part.ts";
import classes from "./surface.module.css";

const SurfaceView = lazyPart(() => import("./SurfaceView.tsx").then((part) => part.SurfaceView));

const SurfacePictures = lazyPart(() => import("./SurfacePictures.tsx").then((part) => part.SurfacePictures));

const WHY_PICTURES = {
  noWebGl: "This browser has no WebGL 2, so the surface cannot be turned: these are the report’s pictures.",
  contextLost: "The graphics processor has dropped the surface, so these are the report’s pictures.",
} as const;

/** The isosurface: to be turned where the browser can draw it, else as the report's pictures. */
export function SurfacePane({ map }: { map: OpenedMap }) {
  const { surfaceView, surfacePose } = useAppState((state) => state.view);
  const { setView } = useActions();
  const [failure, setFailure] = useState<keyof typeof WHY_PICTURES | null>(null);
  const isReportView = failure !== null || surfacePose === "report";
  const views = (
    <>
      <SegmentedControl
        aria-label="View of the surface"
        value={isReportView ? String(surfaceView) : ""}
        onChange={(value) => setView({ surfaceView: Number(value) as 0 | 1 | 2, surfacePose: "report" })}
        data={["0", "1", "2"].map((value) => ({ value, label: `View ${Number(value) + 1}` }))}
      />
      {!isReportView && (
        <Button variant="default" onClick={() => setView({ surfacePose: "report" })}>
          Reset
        </Button>
      )}
    </>
  );
  return (
    <div className={classes.surface}>
      <Suspense fallback={<div className={classes.views}>{views}</div>}>
        {failure ? (
          <SurfacePictures map={map} reason={WHY_PICTURES[failure]}>
            {views}
            {failure === "contextLost" && (
              <Button variant="default" onClick={() => setFailure(null)}>
                Turn it again
              </Button>
            )}
          </SurfacePictures>
        ) : (
          <SurfaceView map={map} onFailure={setFailure}>
            {views}
          </SurfaceView>
        )}
      </Suspense>
    </div>
  );
}
