// Kernels over map values, one z-plane at a time; the typed faces in ../voxels say what each computes.
export * from "./voxels-statistics";
export * from "./voxels-moments";
export * from "./voxels-masks";
export * from "./voxels-background";
export * from "./voxels-equal";
export * from "./voxels-order";
export * from "./voxels-levels";
export * from "./voxels-double-order";
