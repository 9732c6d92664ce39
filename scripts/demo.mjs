// Shows the main job on the sample clinic: indexes its guidelines into a temporary library, checks its notes against
// their transcripts and that library, and prints what was found. usage: npm run demo
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const clinic = path.join(root, 'media/sample-clinic');
const cli = path.join(root, 'dist/cli.js');
const library = fs.mkdtempSync(path.join(os.tmpdir(), 'attest-demo-'));
process.on('exit', () => fs.rmSync(library, { recursive: true, force: true }));

/**
 * Runs `attest` in the sample clinic with its output shown.
 * @param {string[]} args
 * @param {number[]} expected exit codes that are no failure
 */
function attest(args, expected) {
  const shown = args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)).join(' ');
  console.log(`\n$ attest ${shown.replaceAll(library, 'LIBRARY')}`);
  const { status, error } = spawnSync(process.execPath, [cli, ...args], { cwd: clinic, stdio: 'inherit' });
  if (error) throw error;
  if (!expected.includes(status ?? 2)) {
    console.error(`\nThe demo ended early: attest exited with ${status}. Its message is above.`);
    process.exit(status ?? 2);
  }
}

const visits = fs.readdirSync(path.join(clinic, 'visits')).sort();
const notes = visits.map((visit) => `visits/${visit}/visit.note.md`);
const clean = visits.map((visit) => `visits/${visit}/clean.note.md`);

console.log(
  `${visits.length} invented visits; errors were planted in their notes on purpose (media/sample-clinic).`,
);
attest(['index', 'guidelines', '--library', library], [0]);
attest(['check', ...notes, '--library', library], [1]);
console.log('\nThe same notes without the planted errors:');
attest(['check', ...clean, '--library', library], [0]);
attest(['ask', 'What is the dose of omeprazole with an oral anti-inflammatory?', '--library', library], [0]);
console.log(`
Where to look next:
  media/sample-clinic/README.md   what else to try, and the list of the planted errors
  docs/cli.md                     every command, its output and its exit codes
  README.md                       the same in VS Code, with hovers and fixes`);
