import { useComputedColorScheme } from "@mantine/core";
import { type RefObject, useEffect, useState } from "react";
import { SurfaceScene } from "../../view/surface-scene.ts";
import { tokenReader } from "../token-reader.ts";
import { useDeviceSize } from "../use-device-size.ts";

type Canvas = RefObject<HTMLCanvasElement | null>;

/** A scene on a canvas, for as long as the canvas is there; `null` before and after. */
export function useScene(canvas: Canvas, onFailure: (reason: "noWebGl" | "contextLost") => void): SurfaceScene | null {
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

/** CSS pixels kept free above and below the surface, for the buttons and the note. */
export function freeMargin(canvas: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(canvas).getPropertyValue("--free"));
}

/** Keeps a scene as large as its canvas, clear of its buttons, also where `choices` of them come or go. */
export function useSceneSize(scene: SurfaceScene | null, canvas: Canvas, choices: number): void {
  const size = useDeviceSize(canvas);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the choices the margin changes that is read
  useEffect(() => {
    if (size.width === 0 || !canvas.current) return;
    scene?.resize(size.width, size.height, freeMargin(canvas.current) * window.devicePixelRatio);
  }, [scene, canvas, size, choices]);
}

/** Paints a scene in the colours of the page's scheme. */
export function useSceneColours(scene: SurfaceScene | null, canvas: Canvas): void {
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the tokens that are read
  useEffect(() => {
    if (!canvas.current) return;
    const token = tokenReader(canvas.current);
    scene?.paint({ plain: token("--surface"), marked: token("--over-marked"), background: token("--stage") });
  }, [scene, canvas, scheme]);
}
