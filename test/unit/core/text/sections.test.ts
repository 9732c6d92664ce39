import { describe, expect, it } from 'vitest';
import { isBackground, splitSections } from '../../../../src/core/text/sections';

const titles = (text: string): string[] => splitSections(text).map(({ title }) => title);

describe('headings', () => {
  it.each([
    ['## Plan', 'Plan'],
    ['# Plan #', 'Plan'],
    ['ASSESSMENT AND PLAN', 'ASSESSMENT AND PLAN'],
    ['ASSESSMENT AND PLAN:', 'ASSESSMENT AND PLAN'],
    ['Plan:', 'Plan'],
    ['Plan', 'Plan'],
    ['Past medical history', 'Past medical history'],
    ['Past medical history:', 'Past medical history'],
    ['**Plan**', 'Plan'],
    ['**Plan**:', 'Plan'],
    ['***Plan***', 'Plan'],
    ['__Plan:__', 'Plan:'],
    ['_Plan_', 'Plan'],
    ['## **Plan**', 'Plan'],
    ['- **Allergies:**', 'Allergies'],
    ['* Allergies:', 'Allergies'],
  ])('%j', (line, title) => {
    expect(titles(`Before.\n${line}\r\nAfter.`)).toEqual(['', title]);
  });

  it.each([
    'Takes aspirin.',
    'BP 120/80',
    '- Plan',
    '- **Penicillin**',
    '*Rash*',
    'CT',
    '#tag',
    'Pulse: 72',
    '| Test | Result |',
  ])('not %j', (line) => {
    expect(titles(`Before.\n${line}\nAfter.`)).toEqual(['']);
  });

  it('own the text up to the next one', () => {
    const text = 'Lead.\n\n## One\nFirst 😀.\n\n## Two\nSecond.';
    const bodies = splitSections(text).map(({ body }) => text.slice(body.start, body.end).trim());
    expect(bodies).toEqual(['Lead.', 'First 😀.', 'Second.']);
    const headings = splitSections(text).map(({ heading }) => text.slice(heading.start, heading.end));
    expect(headings).toEqual(['', '## One', '## Two']);
  });

  it('are not looked for in the front matter', () => {
    expect(titles('---\ntitle: X\nPLAN:\n---\nText here.')).toEqual(['']);
  });
});

describe('background sections', () => {
  const background = (title: string): boolean => isBackground(splitSections(`## ${title}\ntext`).at(-1));

  it.each(['Family history', 'PAST MEDICAL HISTORY', 'Past surgical history', 'Social history', 'Allergies'])(
    '%s is one',
    (title) => {
      expect(background(title)).toBe(true);
    },
  );

  it.each(['Plan', 'History of present illness', 'Review of systems', 'Objective'])('%s is none', (title) => {
    expect(background(title)).toBe(false);
  });

  it('no section is none', () => {
    expect(isBackground(undefined)).toBe(false);
  });
});
