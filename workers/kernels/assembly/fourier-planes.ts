// Planes of a map into the real rows of a transform and back. Map planes are ny×nx float32 or mask bytes without gaps;
// rows are 2·halfRow values of T apart, of which the first nx are used.

export function loadPlaneSingle(source: usize, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  loadPlane<f32>(source, nx, ny, rows, halfRow);
}

export function loadPlaneDouble(source: usize, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  loadPlane<f64>(source, nx, ny, rows, halfRow);
}

export function loadMaskPlaneSingle(mask: usize, inside: f64, outside: f64, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  loadMaskPlane<f32>(mask, inside, outside, nx, ny, rows, halfRow);
}

export function loadMaskPlaneDouble(mask: usize, inside: f64, outside: f64, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  loadMaskPlane<f64>(mask, inside, outside, nx, ny, rows, halfRow);
}

export function loadBackgroundPlaneSingle(source: usize, mask: usize, mean: f64, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  loadBackgroundPlane<f32>(source, mask, mean, nx, ny, rows, halfRow);
}

export function loadBackgroundPlaneDouble(source: usize, mask: usize, mean: f64, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  loadBackgroundPlane<f64>(source, mask, mean, nx, ny, rows, halfRow);
}

export function unloadPlaneSingle(rows: usize, halfRow: usize, nx: usize, ny: usize, lowest: f32, target: usize): void {
  unloadPlane<f32>(rows, halfRow, nx, ny, lowest, target);
}

export function unloadPlaneDouble(rows: usize, halfRow: usize, nx: usize, ny: usize, lowest: f32, target: usize): void {
  unloadPlane<f64>(rows, halfRow, nx, ny, lowest, target);
}

function loadPlane<T>(source: usize, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  const pitch = halfRow * 2 * sizeof<T>();
  for (let y: usize = 0; y < ny; y++) {
    const from = source + y * nx * 4, to = rows + y * pitch;
    for (let x: usize = 0; x < nx; x++) store<T>(to + x * sizeof<T>(), <T>load<f32>(from + x * 4));
  }
}

/** `inside` where the mask byte is not 0, `outside` where it is. */
function loadMaskPlane<T>(mask: usize, inside: f64, outside: f64, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  const pitch = halfRow * 2 * sizeof<T>();
  for (let y: usize = 0; y < ny; y++) {
    const from = mask + y * nx, to = rows + y * pitch;
    for (let x: usize = 0; x < nx; x++) store<T>(to + x * sizeof<T>(), <T>(load<u8>(from + x) ? inside : outside));
  }
}

/** value - mean where the mask byte is 0, else 0; the difference is taken in double precision. */
function loadBackgroundPlane<T>(source: usize, mask: usize, mean: f64, nx: usize, ny: usize, rows: usize, halfRow: usize): void {
  const pitch = halfRow * 2 * sizeof<T>();
  for (let y: usize = 0; y < ny; y++) {
    const from = source + y * nx * 4, maskRow = mask + y * nx, to = rows + y * pitch;
    for (let x: usize = 0; x < nx; x++) {
      const deviation = <f64>load<f32>(from + x * 4) - mean;
      store<T>(to + x * sizeof<T>(), <T>(load<u8>(maskRow + x) ? 0 : deviation));
    }
  }
}

/** Rounds to float32, then raises to `lowest`. */
function unloadPlane<T>(rows: usize, halfRow: usize, nx: usize, ny: usize, lowest: f32, target: usize): void {
  const pitch = halfRow * 2 * sizeof<T>();
  for (let y: usize = 0; y < ny; y++) {
    const from = rows + y * pitch, to = target + y * nx * 4;
    for (let x: usize = 0; x < nx; x++) store<f32>(to + x * 4, max<f32>(<f32>load<T>(from + x * sizeof<T>()), lowest));
  }
}
