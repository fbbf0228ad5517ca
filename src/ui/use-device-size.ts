import { type RefObject, useEffect, useState } from "react";

/** The size of an element in device pixels, kept up to date. */
export function useDeviceSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() => {
      const density = window.devicePixelRatio;
      setSize({ width: Math.round(target.clientWidth * density), height: Math.round(target.clientHeight * density) });
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
