// Platforms that both native parts have binaries for. There is no darwin-x64: LanceDB 0.27.2 has no binary for it.
const targets = {
  'linux-x64': { lancedb: 'linux-x64-gnu', onnxruntime: 'linux/x64' },
  'linux-arm64': { lancedb: 'linux-arm64-gnu', onnxruntime: 'linux/arm64' },
  'darwin-arm64': { lancedb: 'darwin-arm64', onnxruntime: 'darwin/arm64' },
  'win32-x64': { lancedb: 'win32-x64-msvc', onnxruntime: 'win32/x64' },
  'win32-arm64': { lancedb: 'win32-arm64-msvc', onnxruntime: 'win32/arm64' },
};

/**
 * What a target needs: the suffix of LanceDB's platform package and the folder of ONNX Runtime's binaries.
 * @param {string} name VS Code's name of the platform, e.g. `linux-x64`
 * @throws Error for a platform that has no binaries, naming those that have
 */
export function targetOf(name) {
  const target = targets[name];
  if (!target) throw new Error(`No binaries for ${name}. Targets: ${Object.keys(targets).join(', ')}.`);
  return target;
}
