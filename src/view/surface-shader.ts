/**
 * Parallel projection as the report's pictures have it: voxel indices to Å, from the middle of the picture, turned.
 * No camera and no matrix with a scale: normals are given as they are in Å and only turn.
 */
export const VERTEX_SHADER = `
in vec3 position;
in vec3 normal;
in vec3 colour;
uniform vec3 voxelSize;
uniform vec3 offset;
uniform mat3 turn;
uniform vec2 scale;
uniform float reach;
uniform bool coloured;
uniform vec3 plain;
out vec3 seenNormal;
out vec3 ownColour;
out float depth;
void main() {
  vec3 seen = turn * (position * voxelSize + offset);
  seenNormal = turn * normal;
  ownColour = coloured ? colour : plain;
  depth = seen.z;
  gl_Position = vec4(seen.xy * scale, -seen.z / reach, 1.0);
}`;

/**
 * The light of the report's pictures but for the shadows that hollows cast: from all sides, more of it from above, a key
 * light from the upper left, a weak one from the right, and haze with depth. Colours are sRGB throughout, as there.
 */
export const FRAGMENT_SHADER = `
precision highp float;
in vec3 seenNormal;
in vec3 ownColour;
in float depth;
uniform vec3 background;
uniform float hazeDepth;
out vec4 pixel;
void main() {
  vec3 n = normalize(seenNormal);
  float key = max(0.0, dot(n, vec3(-0.4, 0.6, 0.6928)));
  float fill = max(0.0, dot(n, vec3(0.64, -0.16, 0.7513)));
  float light = 0.3 + 0.1 * (0.5 + 0.5 * n.y) + 0.58 * key + 0.12 * fill;
  float haze = 0.4 * clamp(0.5 - depth / hazeDepth, 0.0, 1.0);
  pixel = vec4(mix(min(vec3(1.0), ownColour * light), background, haze), 1.0);
}`;

/** A disc for each voxel, `pixels` wide, where the surface's own shader would put it. */
export const POINT_VERTEX_SHADER = `
in vec3 position;
uniform vec3 voxelSize;
uniform vec3 offset;
uniform mat3 turn;
uniform vec2 scale;
uniform float reach;
uniform float pixels;
out float depth;
void main() {
  vec3 seen = turn * (position * voxelSize + offset);
  depth = seen.z;
  gl_Position = vec4(seen.xy * scale, -seen.z / reach, 1.0);
  gl_PointSize = pixels;
}`;

/** The same haze, and the surface shines through a little. */
export const POINT_FRAGMENT_SHADER = `
precision highp float;
in float depth;
uniform vec3 plain;
uniform vec3 background;
uniform float hazeDepth;
out vec4 pixel;
void main() {
  if (length(gl_PointCoord - 0.5) > 0.5) discard;
  float haze = 0.4 * clamp(0.5 - depth / hazeDepth, 0.0, 1.0);
  pixel = vec4(mix(plain, background, haze), 0.85);
}`;
