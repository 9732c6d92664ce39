import { describe, expect, it } from 'vitest';
import { chat, speaker } from './chat-double';

const twice = 'Metformin 500 mg once daily was started.';
const text = `# Before\n\n${twice}\n\n# Now\n\n${'The patient is well. '.repeat(20)}\n\n${twice}\n`;
const note = { document: '/n/visit.note.md', text };

describe('a selection that goes along', () => {
  it.each([text.indexOf(twice), text.lastIndexOf(twice)])(
    'is cited where it stands in the note, at %i, though its words stand there twice',
    async (selectionStart) => {
      const { answer } = await chat('What was begun?', speaker({ answer: `${twice} [1]` }), {
        context: { note, selection: twice, selectionStart },
      });
      expect(answer.citations[0]).toMatchObject({ kind: 'note', start: selectionStart, quote: twice });
    },
  );

  it('of some length is cited where it stands, too', async () => {
    const at = text.indexOf('# Now');
    const { answer } = await chat('What was begun?', speaker({ answer: `${twice} [1]` }), {
      context: { note, selection: text.slice(at), selectionStart: at },
    });
    expect(answer.citations[0]).toMatchObject({ start: text.lastIndexOf(twice), quote: twice });
  });

  it('is read by itself where the note no longer holds it', async () => {
    const { answer } = await chat('What was begun?', speaker({ answer: `${twice} [1]` }), {
      context: { note: { ...note, text: 'Rewritten.' }, selection: twice, selectionStart: 300 },
    });
    expect(answer.citations[0]?.quote).toBe(twice);
  });
});
