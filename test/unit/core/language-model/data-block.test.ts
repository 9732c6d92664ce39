import { describe, expect, it } from 'vitest';
import { dataBlocks, promptParts } from '../../../../src/core/language-model/data-block';

const texts = ['Start metformin with 500 mg.', 'Seen on 3 May.\n\nNo pain.'];
const blocks = dataBlocks([
  { tag: 'passage', id: 'P1', text: texts[0] ?? '' },
  { tag: 'note', text: texts[1] ?? '' },
]);
const read = (prompt: string): string[] =>
  promptParts(prompt).flatMap(({ text, isMark }) => (isMark ? [] : [text]));
const joined = (prompt: string): string =>
  promptParts(prompt)
    .map(({ text }) => text)
    .join('');

describe('the parts of a prompt', () => {
  it('are the texts of its data blocks and what stands between', () => {
    const prompt = `Evidence:\n\n${blocks}\n\nQuestion: How much?\n`;
    expect(read(prompt)).toEqual(['Evidence:', ...texts, 'Question: How much?']);
    expect(joined(prompt)).toBe(prompt);
  });

  it('give the same text wherever a block stands, and with whatever key', () => {
    const other = dataBlocks([{ tag: 'source', id: '3', text: texts[0] ?? '' }]);
    expect(other).not.toContain(/key="(\w+)"/.exec(blocks)?.[1]);
    expect(read(`${other}\n\nGo on.`)).toEqual([texts[0], 'Go on.']);
  });

  it('are the whole prompt where it has no block, and none where there is nothing', () => {
    expect(read(' One line.\nAnother. ')).toEqual(['One line.\nAnother.']);
    expect(promptParts('')).toEqual([]);
    expect(read(' \n ')).toEqual([]);
  });

  it.each([
    ['a key that is another', blocks.replaceAll(/(?<=key="|<\/data )[0-9a-f]{12}/g, '123456789012')],
    ['a text that was changed', blocks.replace('500', '5000')],
    ['a block too few', blocks.slice(0, blocks.indexOf('\n\n'))],
    ['a name for an id', blocks.replace('id="P1"', 'id="Rose Roe"')],
    ['a number for an id', blocks.replace('id="P1"', 'id="0048291"')],
  ])('hold %s as text, all of it', (_, prompt) => {
    expect(read(prompt).join('')).toContain('key="');
    expect(joined(prompt)).toBe(prompt);
    for (const { text, isMark } of promptParts(prompt)) if (isMark) expect(text.trim()).toBe('');
  });

  it('leave a block that pretends to be inside of another one in its text', () => {
    const inner = dataBlocks([{ tag: 'note', text: 'Mrs Roe.' }]);
    const outer = dataBlocks([{ tag: 'source', text: `She said:\n${inner}` }]);
    expect(read(outer)).toEqual([`She said:\n${inner}`]);
  });
});
