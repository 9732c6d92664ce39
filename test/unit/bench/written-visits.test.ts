import { describe, expect, it } from 'vitest';
import { writtenVisits } from '../../bench/data/written-visits';

describe.each(['dev', 'test'] as const)('the written visits of %s', (part) => {
  const visits = writtenVisits(part);

  it('have ids of their own', () => {
    expect(new Set(visits.map(({ id }) => id)).size).toBe(visits.length);
  });

  it('have a transcript and a note', () => {
    const faults = visits.filter(({ transcript, note }) => transcript.trim() === '' || note.trim() === '');
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it('share no text between the parts', () => {
    const others = new Set(
      writtenVisits(part === 'dev' ? 'test' : 'dev').map(({ transcript }) => transcript),
    );
    expect(visits.filter(({ transcript }) => others.has(transcript))).toEqual([]);
  });
});
