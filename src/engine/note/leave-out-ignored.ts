import { applyIgnoreComments } from '../../core/verdicts/ignore-comments';
import type { NoteProblem, NoteReport } from '../engine';

/**
 * Takes out of a report what the note's own comments ignore. What is amiss with these comments is added to its problems.
 * @param text the note as it was checked
 */
export function leaveOutIgnored(text: string, report: NoteReport): NoteReport {
  const { kept, ignored, problems } = applyIgnoreComments(text, report.findings);
  const amiss = problems.map(({ start, end, message, advice }): NoteProblem => ({
    message,
    advice,
    at: { start, end },
  }));
  const all = [...(report.problems ?? []), ...amiss];
  return {
    ...report,
    findings: kept,
    ignored: [...report.ignored, ...ignored],
    ...(all.length > 0 && { problems: all }),
  };
}
