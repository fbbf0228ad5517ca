// Vectors of one precision T, f32 (four lanes) or f64 (two). Every lane carries another line of the transform, so a
// butterfly never mixes lanes; lanes and line positions are exchanged only where real rows are read and written.

/** Bytes of a vector. */
export const VECTOR: usize = 16;

@inline
export function lanes<T>(): usize {
  return VECTOR / sizeof<T>();
}

@inline
export function add<T>(a: v128, b: v128): v128 {
  return v128.add<T>(a, b);
}

@inline
export function sub<T>(a: v128, b: v128): v128 {
  return v128.sub<T>(a, b);
}

@inline
export function mul<T>(a: v128, b: v128): v128 {
  return v128.mul<T>(a, b);
}

@inline
export function splat<T>(value: f64): v128 {
  return v128.splat<T>(<T>value);
}

/** The scalar at index `index` of a table, in all lanes. */
@inline
export function scalarAt<T>(table: usize, index: usize): v128 {
  return v128.load_splat<T>(table + index * sizeof<T>());
}

/** Stores (r + i·√-1), times (wr + wi·√-1) where `twiddled`; the flag is constant at each call, so no branch is left. */
@inline
export function put<T>(twiddled: bool, re: usize, im: usize, r: v128, i: v128, wr: v128, wi: v128): void {
  if (twiddled) {
    v128.store(re, sub<T>(mul<T>(r, wr), mul<T>(i, wi)));
    v128.store(im, add<T>(mul<T>(r, wi), mul<T>(i, wr)));
  } else {
    v128.store(re, r);
    v128.store(im, i);
  }
}
