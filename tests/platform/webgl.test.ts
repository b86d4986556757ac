import { expect, it } from 'vitest';
import { isSoftwareRenderer } from '../../src/platform/webgl';

it.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)', true],
  ['llvmpipe (LLVM 15)', true],
  ['softpipe', true],
  ['Apple Software Renderer', true],
  ['Microsoft Basic Render Driver', true],
  ['ANGLE (NVIDIA GeForce RTX 3060 Direct3D11)', false],
  ['Apple GPU', false],
  ['Mali-G78', false],
])('%s computes on the CPU: %s', (name, software) => {
  expect(isSoftwareRenderer(name)).toBe(software);
});
