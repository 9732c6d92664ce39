import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NoteChecker } from '../../../../src/engine/note/check';
import { SourceReader } from '../../../../src/engine/note/source-reader';

const folder = join(import.meta.dirname, '../../../../docs/rules');
/** What compares with a library is tried where there is one; a judged finding needs a language model. */
const pages = readdirSync(folder).filter(
  (name) => /^(?:faithfulness|consistency|style)-/.test(name) && name !== 'faithfulness-judged.md',
);

interface Example {
  rule: string;
  /** Exchanges: turns one after the other. */
  source: string[][];
  note: string;
  result: string;
}

/** What is printed in italics as said, question and answer apart: *"it started two weeks ago"*, *"Any cough?" "No."* */
const said = (text: string): string[][] =>
  [...text.matchAll(/\*"(.+?)"\*/g)].map(([, words = '']) => words.split(/" (?:– )?"/));

/** The rows of the tables of a page's examples; the source of a table without one is quoted before it. */
function examplesOf(name: string): Example[] {
  const rule = name.replace('.md', '').replace('-', '/');
  const text = readFileSync(join(folder, name), 'utf8');
  const section = /^## Examples\n([\s\S]*?)(?=^## )/m.exec(text)?.[1] ?? '';
  let source: string[][] = [];
  let header: string[] = [];
  return section.split('\n').flatMap((line): Example[] => {
    if (!line.startsWith('|')) {
      if (said(line).length > 0) source = said(line);
      header = [];
      return [];
    }
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (header.length === 0) {
      header = cells;
      return [];
    }
    if (cells.every((cell) => /^[-: ]+$/.test(cell))) return [];
    const cell = (title: string): string => cells[header.indexOf(title)] ?? '';
    const own = header.includes('Source') ? said(cell('Source')) : source;
    const note = cell('Note');
    // In brackets or italics a note is described, and not given.
    return /^[(*]/.test(note) ? [] : [{ rule, source: own, note, result: cell('Result') }];
  });
}

/** An example as a note: what "…" parts stands in paragraphs of its own. */
const noteText = (note: string): string =>
  note
    .replaceAll('`', '')
    .split(/\s*…\s*/)
    .join('\n\n');

/** Who may have said what: a page names the speaker of a question alone, who is answered, and who else speaks ("Daughter: …"). */
function transcripts(source: readonly string[][]): string[] {
  const speakers = ['Doctor', 'Patient'];
  return speakers.flatMap((first) =>
    speakers.map((second) =>
      source
        .map((turns, at) =>
          turns
            .map((words, turn) => {
              const alone = at === 0 ? first : second;
              const label = /^\p{Lu}\p{Ll}+: /u.test(words)
                ? ''
                : `${turns.length > 1 ? speakers[turn % 2] : alone}: `;
              return `${label}${words.replace(/[^.?!]$/, '$&.')}`;
            })
            .join('\n'),
        )
        .join('\n'),
    ),
  );
}

async function found(text: string, { note, rule }: Example) {
  const report = await new NoteChecker(new SourceReader()).check({
    note: '/visit.note.md',
    text: noteText(note),
    sources: text === '' ? [] : [{ document: '/visit.transcript.txt', text }],
  });
  return report.findings.filter(
    (finding) => finding.rule === rule || finding.also.some((other) => other === rule),
  );
}

describe('the examples of the rule pages', () => {
  it.each(pages.flatMap(examplesOf))('$rule: $note → $result', async (example) => {
    const tries = await Promise.all(transcripts(example.source).map((text) => found(text, example)));
    const holds = (findings: (typeof tries)[number]): boolean => {
      if (/^(?:no finding|nothing)/.test(example.result)) return findings.length === 0;
      if (example.result.startsWith('a hint at most'))
        return findings.every(({ severity }) => severity === 'hint');
      return findings.length > 0;
    };
    expect(tries.some(holds)).toBe(true);
  });
});
