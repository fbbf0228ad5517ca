import { useComputedColorScheme } from "@mantine/core";
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import type { OpenedMap } from "../../engine/engine.ts";
import { measured } from "../../report/measured.ts";
import { rodAt } from "../../view/rods.ts";
import type { SurfaceScene } from "../../view/surface-scene.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { shownRun } from "../state/run.ts";
import { tokenReader } from "../token-reader.ts";
import { type HelixRod, helixRods } from "./helices.ts";
import type { Seen } from "./turning.ts";

const NONE: readonly HelixRod[] = [];
/** CSS pixels: a pointer that moved less has clicked, and one this near to a rod means it. */
const STILL = 4;
const NEAR = 5;

/** The likeliest helices of the run, while the page of 0.h is open. */
export function useHelices(map: OpenedMap): readonly HelixRod[] {
  const isOpen = useAppState((state) => state.openCheck === "hand");
  const results = useAppState((state) => shownRun(state.run).results);
  const voxel = useAppState((state) => state.view.voxel);
  return useMemo(() => {
    const result = isOpen ? results.find(({ key }) => key === "hand") : undefined;
    const helices = result && measured(result, "hand")?.evidence.helices;
    return helices ? helixRods(helices, map.grid, voxel) : NONE;
  }, [isOpen, results, voxel, map.grid]);
}

/** Draws helices in a scene, in the colours of their hand. */
export function useHelixScene(
  scene: SurfaceScene | null,
  canvas: RefObject<HTMLCanvasElement | null>,
  helices: readonly HelixRod[],
): void {
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the tokens that are read
  useEffect(() => {
    if (!canvas.current) return;
    const token = tokenReader(canvas.current);
    scene?.showRods(helices.map((rod) => ({ ...rod, colour: token(`--helix-${rod.hand}`) })));
  }, [scene, canvas, helices, scheme]);
}

/** A click on a helix takes the crosshair there; a drag that ends on one does not. */
export function useHelixClicks(helices: readonly HelixRod[], seen: () => Seen | null) {
  const { goTo } = useActions();
  const pressed = useRef({ x: 0, y: 0 });
  return {
    onPointerDownCapture: ({ clientX: x, clientY: y }: PointerEvent) => {
      pressed.current = { x, y };
    },
    onClick: ({ clientX: x, clientY: y, currentTarget }: MouseEvent) => {
      const now = seen();
      if (!now || Math.hypot(x - pressed.current.x, y - pressed.current.y) > STILL) return;
      const { left, top, width, height } = currentTarget.getBoundingClientRect();
      const scale = (2 * now.pose.half) / now.side;
      const at = { right: (x - left - width / 2) * scale, up: (top + height / 2 - y) * scale };
      const found = rodAt(helices, now.pose, { at, slack: NEAR * scale });
      if (found !== null) goTo(helices[found]!.place);
    },
  };
}
