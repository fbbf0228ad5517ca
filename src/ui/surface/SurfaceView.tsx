import { useComputedColorScheme } from "@mantine/core";
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { CHIMERAX_VIEWS } from "../../report/drawing/views.ts";
import type { Pose } from "../../view/pose.ts";
import { SurfaceScene } from "../../view/surface-scene.ts";
import { useActions, useAppState, useAppStore } from "../app-context.tsx";
import { useDeviceSize } from "../stage/hooks.ts";
import { shownRun } from "../state/run.ts";
import { ColourChoice, ColourKey } from "./ColourKey.tsx";
import { colouringsOf } from "./colourings.ts";
import { coarseness, extentOf, placeOf, surfaceLabel } from "./model.ts";
import classes from "./surface.module.css";
import { useIsoSurface } from "./use-iso-surface.ts";
import { useTurning } from "./use-turning.ts";

/** CSS pixels kept free above and below the surface, for the buttons and the note. */
const MARGIN = 48;

interface SurfaceViewProps {
  /** The buttons above the surface. */
  readonly children: ReactNode;
  readonly map: OpenedMap;
  /** Called when the surface cannot be drawn here any longer. */
  readonly onFailure: (reason: "noWebGl" | "contextLost") => void;
}

/** The isosurface, to be turned, following the level. */
export function SurfaceView({ map, onFailure, children }: SurfaceViewProps) {
  const level = useAppState((state) => state.parameters.contourLevel);
  const { surfaceView: view, surfacePose } = useAppState((state) => state.view);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { setView } = useActions();
  const store = useAppStore();
  const { offered, chosen } = useColourings();
  const shown = useIsoSurface(map, level, chosen ?? undefined);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useScene(canvas, onFailure);
  const size = useDeviceSize(canvas);
  const pose = useRef<Pose | null>(null);
  const extent = useRef<ReturnType<typeof extentOf> | null>(null);

  const look = useCallback(
    (next: Pose) => {
      pose.current = next;
      scene?.look(next);
    },
    [scene],
  );

  useEffect(() => {
    if (!scene || !shown?.iso) return;
    scene.show({ surface: shown.iso.surface, colours: shown.iso.colours, ...placeOf(shown.iso, map.grid) });
    extent.current = extentOf(shown.iso, map.grid);
  }, [scene, shown, map.grid]);

  // A view frames the surface as it is now; while the level moves, the place of the camera stays.
  const first = shown?.iso ? map.id : null;
  useEffect(() => {
    if (first && surfacePose === "report" && extent.current) look({ turn: CHIMERAX_VIEWS[view], ...extent.current });
  }, [first, surfacePose, view, look]);

  useEffect(() => {
    if (size.width > 0) scene?.resize(size.width, size.height, MARGIN * window.devicePixelRatio);
  }, [scene, size]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the tokens that are read
  useEffect(() => {
    if (!canvas.current) return;
    const style = getComputedStyle(canvas.current);
    const token = (name: string) => style.getPropertyValue(name).trim();
    scene?.paint({ plain: token("--surface"), background: token("--stage") });
  }, [scene, scheme]);

  const seen = useCallback(() => {
    const { width, height } = canvas.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    if (!pose.current || !extent.current || width === 0) return null;
    return { pose: pose.current, framed: extent.current.half, side: Math.min(width, height - 2 * MARGIN) };
  }, []);
  const turn = useCallback(
    (next: Pose) => {
      look(next);
      if (store.getState().view.surfacePose === "report") setView({ surfacePose: "own" });
    },
    [look, setView, store],
  );
  const turning = useTurning(canvas, { seen, onPose: turn, onReset: () => setView({ surfacePose: "report" }) });

  const note = noteOf(shown, level);
  return (
    <>
      <canvas
        ref={canvas}
        className={classes.scene}
        tabIndex={0}
        role="img"
        aria-label={surfaceLabel(map.fileName, level, { view, pose: surfacePose })}
        aria-description="Arrow keys turn it, with Shift they move it; plus and minus zoom, Page Up and Page Down roll, Home goes back to the view."
        data-level={shown?.level}
        data-detail={shown?.detail}
        {...turning}
      />
      <div className={classes.foot}>
        {note && <p className={classes.note}>{note}</p>}
        {chosen && <ColourKey colouring={chosen} />}
      </div>
      <div className={classes.views}>
        {children}
        <ColourChoice offered={offered} chosen={chosen} />
      </div>
    </>
  );
}

/** What the shown run offers to colour by, and what is chosen of it. */
function useColourings() {
  const results = useAppState((state) => shownRun(state.run).results);
  const reading = useAppState((state) => state.reading);
  const name = useAppState((state) => state.view.surfaceColours);
  return useMemo(() => {
    const offered = colouringsOf(results, reading);
    return { offered, chosen: offered.find((colouring) => colouring.name === name) ?? null };
  }, [results, reading, name]);
}

function noteOf(shown: ReturnType<typeof useIsoSurface>, level: number): string {
  if (!shown) return `Drawing the surface at ${formatLevel(level)}`;
  if (!shown.iso) return `No surface at ${formatLevel(level)}: it could not be drawn at this level.`;
  if (!shown.iso.frame) return `Nothing of the map reaches ${formatLevel(shown.level)}.`;
  return coarseness(shown.iso, shown.detail);
}

/** A scene on a canvas, for as long as the canvas is there. */
function useScene(
  canvas: RefObject<HTMLCanvasElement | null>,
  onFailure: SurfaceViewProps["onFailure"],
): SurfaceScene | null {
  const [scene, setScene] = useState<SurfaceScene | null>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    const lose = () => onFailure("contextLost");
    target.addEventListener("webglcontextlost", lose);
    let made: SurfaceScene | null = null;
    try {
      made = new SurfaceScene(target);
      setScene(made);
    } catch {
      onFailure("noWebGl");
    }
    return () => {
      target.removeEventListener("webglcontextlost", lose);
      setScene(null);
      made?.dispose();
    };
  }, [canvas, onFailure]);
  return scene;
}
