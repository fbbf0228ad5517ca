export * from "./fourier";
export * from "./voxels";
export * from "./labels";
