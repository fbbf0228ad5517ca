// Connected components and dilation of masks; the typed faces in ../labels say what each computes.
export * from "./labels-runs";
export * from "./labels-unite";
export * from "./labels-dilation";
