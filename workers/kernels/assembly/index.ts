export * from "./fourier";
export * from "./spline";
export * from "./voxels";
export * from "./labels";
export * from "./convolution";
