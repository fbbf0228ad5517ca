import { expect, it } from "vitest";
import { speedOf } from "../../src/view/graphics.ts";

it.each([
  ["ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)", "software"],
  ["llvmpipe (LLVM 15.0.7, 256 bits)", "software"],
  ["ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)", "software"],
  ["Apple Software Renderer", "software"],
  ["ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)", "hardware"],
  ["ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002504) Direct3D11 vs_5_0 ps_5_0, D3D11)", "hardware"],
  ["Apple M1", "hardware"],
] as const)("%s draws by %s", (renderer, speed) => expect(speedOf(renderer)).toBe(speed));
