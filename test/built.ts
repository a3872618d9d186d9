import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what has changed before any test runs: some start the executable, which must be of the sources that the others test. */
export default function build(): void {
  const root = fileURLToPath(new URL('../', import.meta.url));
  execFileSync(process.execPath, ['build.js'], { cwd: root, stdio: 'inherit' });
}
