import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Deidentifier } from '../../../../src/core/privacy/deidentifier';
import { unmark } from '../../../bench/deidentification/read';

const note =
  'Mr. Roe (MRN 00482913) was seen on 14 March 2026. Call him at 555-867-5309 or jane.roe@example.org.';
const weeks = (count: number) => new Deidentifier(7 * count);

describe('putting identifiers back', () => {
  it('gives the text as it was, whatever was in it', () => {
    const one = weeks(-9);
    const [hidden = ''] = one.hide([note]);
    expect(hidden).not.toMatch(/Roe|00482913|14 March|5309|example/);
    expect(one.restore(hidden)).toBe(note);
  });

  it('gives each kind back, in a stream that is cut anywhere', () => {
    const text =
      'Mr Roe, 97, works at Harland & Wolff. Born 3. März 1941, card UITH/11/20918, 07 4655 5011, ' +
      'Lindenallee 12a, 48143 Münster, jane@example.org, seen 28/10.';
    const one = weeks(-9);
    const [hidden = ''] = one.hide([text]);
    expect(hidden).not.toMatch(/Roe|97|Wolff|März|20918|5011|Linden|jane|28\/10/);
    expect(one.restore(hidden)).toBe(text);
    for (const size of [1, 3, 7]) {
      const out: string[] = [];
      const restoring = one.restoring((piece) => out.push(piece));
      for (let at = 0; at < hidden.length; at += size) restoring.piece(hidden.slice(at, at + size));
      restoring.end();
      expect(out.join('')).toBe(text);
    }
  });

  it.each(['Seen on 3 October 2026.', 'Well since June 2026.', 'Seen on the twenty third of october.'])(
    'gives a date back as it stood: %s',
    (text) => {
      const one = weeks(3);
      const [hidden = ''] = one.hide([text]);
      expect(hidden).not.toBe(text);
      expect(one.restore(hidden)).toBe(text);
    },
  );

  it('gives every document of a development set back, by whatever weeks its dates are moved', () => {
    const lines = readFileSync('test/bench/sets/deidentification.countries.dev.jsonl', 'utf8')
      .trim()
      .split('\n');
    for (const line of lines) {
      const { text } = unmark((JSON.parse(line) as { text: string }).text);
      for (const count of [3, -9, 26]) {
        const one = weeks(count);
        const [hidden = ''] = one.hide([text]);
        expect(hidden).not.toBe(text);
        expect(one.restore(hidden)).toBe(text);
      }
    }
  });

  it('gives back a day that would be no date once it is moved, and two forms of one day', () => {
    const text = 'She will return 12/14; D: 11/9/2026 T: 11/09/2026.';
    for (const count of [3, -9, 26]) {
      const one = weeks(count);
      const [hidden = ''] = one.hide([text]);
      expect(hidden).not.toMatch(/12\/14|11\/9\/|11\/09/);
      expect(one.restore(hidden)).toBe(text);
    }
  });

  it('knows a placeholder without its brackets and in another case', () => {
    const one = weeks(4);
    one.hide(['Mr. Roe is well.']);
    expect(one.restore('NAME-1 is well, name-1.')).toBe('Roe is well, Roe.');
  });

  it.each([
    ['the review is due on 16 June 2024', 'the review is due on 14 April 2024'],
    ['review by June 16th', 'review by April 14th'],
    ['review on 2024-06-16', 'review on 2024-04-14'],
    ['review on 16/6', 'review on 14/4'],
    ['due on 7/6', 'due on 5/4'],
  ])('moves a day back that the model has reckoned from days that were moved: %s', (reckoned, right) => {
    const one = weeks(9);
    // A day first: 25/4 leaves nothing open.
    const [hidden = ''] = one.hide([
      'Operation on 3 March 2024, seen 25/04/2024. Review six weeks after it.',
    ]);
    expect(hidden).toContain('5 May 2024');
    expect(one.restore(`Operated on 5 May 2024, so ${reckoned}.`)).toBe(
      `Operated on 3 March 2024, so ${right}.`,
    );
  });

  it('leaves what may be a fraction or stood in the text as it was', () => {
    const one = weeks(9);
    const [hidden = ''] = one.hide(['Operation on 3 March 2024. Power 14/15 on both sides.']);
    expect(hidden).toContain('14/15');
    const answer = 'Reduce the dose by 1/2. Power was 14/15.';
    expect(one.restore(answer)).toBe(answer);
  });

  it('knows a day by the word before it, in a stream that is cut between them', () => {
    const text = 'Seen on 3/4 and due 5/6, discharged 25/04/2024.';
    const one = weeks(9);
    const [hidden = ''] = one.hide([text]);
    for (const size of [1, 3, 7, 8]) {
      let out = '';
      const restoring = one.restoring((piece) => (out += piece));
      for (let at = 0; at < hidden.length; at += size) restoring.piece(hidden.slice(at, at + size));
      restoring.end();
      expect(out).toBe(text);
    }
  });

  it('knows a date that the model has written in another form', () => {
    const one = weeks(10);
    one.hide(['Seen on 14 March 2026.']);
    expect(one.restore('The visit was on 2026-05-23, in 2026.')).toBe(
      'The visit was on 2026-03-14, in 2026.',
    );
  });

  it('leaves a date that it never sent, and a placeholder that it never made', () => {
    const one = weeks(10);
    one.hide(['Mr. Roe was seen on 14 March 2026.']);
    const answer = 'The guideline is of 1 June 2020, says [NAME-7].';
    expect(one.restore(answer)).toBe(answer);
  });

  const pieces = ['Mr. [NA', 'ME', '-1] was s', 'een on 23', ' May', ' 2026', ', and is well. [NAME-1', ']'];
  it.each([pieces, [pieces.join('')], [...pieces.join('')]])(
    'does so for an answer in pieces',
    (...parts) => {
      const one = weeks(10);
      one.hide(['Mr. Roe was seen on 14 March 2026.']);
      const out: string[] = [];
      const restoring = one.restoring((piece) => out.push(piece));
      parts.forEach(restoring.piece);
      restoring.end();
      expect(out.join('')).toBe('Mr. Roe was seen on 14 March 2026, and is well. Roe');
    },
  );

  it('holds back no more of a stream than may still change', () => {
    const one = weeks(10);
    one.hide(['Mr. Roe was seen on 14 March 2026.']);
    const out: string[] = [];
    const restoring = one.restoring((piece) => out.push(piece));
    for (const piece of ['The ', 'dose ', 'is ', 'right.']) restoring.piece(piece);
    expect(out.join('')).toBe('The dose is right.');
  });

  it('moves no day that had a placeholder, though another day was sent as it', () => {
    const text = 'Tired in September. Away 4 to 6 October, then well.';
    const one = new Deidentifier(21);
    const [hidden = ''] = one.hide([text]);
    expect(hidden).toContain('Tired in October. Away');
    expect(one.restore(hidden)).toBe(text);
  });

  it('knows a day behind its month as one day', () => {
    const one = new Deidentifier(21);
    expect(one.hide(['They changed it on October 6th. All is well.'])).toEqual([
      'They changed it on October 27th. All is well.',
    ]);
  });
});
