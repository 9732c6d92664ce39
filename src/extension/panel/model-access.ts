import type { Citation } from '../../core/evidence/citations/citation';
import type { Finding } from '../../core/verdicts/finding';
import type { NoteFindings, PanelModel } from '../../../webview/protocol';

/** How a file that the panel names is opened. */
export type FileRole = 'source' | 'document' | 'skipped';

/**
 * What the model says about a file that the panel asks to open; undefined when it does not name it: the panel can open
 * nothing that the host did not give it.
 */
export function fileRole(model: PanelModel, path: string): FileRole | undefined {
  const sources = [
    ...(model.findings.state === 'done' ? model.findings.value.report.sources : []),
    ...(model.faithfulness.state === 'done' ? model.faithfulness.value.sources : []),
  ];
  if (sources.includes(path)) return 'source';
  if (model.library.state === 'done' && model.library.value.documents.some((entry) => entry.path === path)) {
    return 'document';
  }
  return model.lastIndex?.skipped.some((file) => file.path === path) ? 'skipped' : undefined;
}

/** The model's own copy of a citation; undefined when the model holds no such citation. */
export function knownCitation(model: PanelModel, wanted: Citation): Citation | undefined {
  return allCitations(model).find(
    (citation) =>
      citation.kind === wanted.kind &&
      citation.document === wanted.document &&
      citation.version === wanted.version &&
      citation.start === wanted.start &&
      citation.end === wanted.end &&
      citation.quote === wanted.quote,
  );
}

function allCitations(model: PanelModel): Citation[] {
  return [
    ...(model.findings.state === 'done' ? model.findings.value.report.findings : []),
    ...(model.factCheck.state === 'done'
      ? model.factCheck.value.statements.flatMap((one) => [
          one,
          { citations: one.evidence.map(({ citation }) => citation) },
        ])
      : []),
    ...(model.faithfulness.state === 'done' ? model.faithfulness.value.sentences : []),
    ...model.chat.flatMap(({ answer }) => (answer.state === 'done' ? [answer.value] : [])),
  ].flatMap(({ citations }) => citations);
}

/** A finding of the shown note with the note's report; undefined when it is no longer there. */
export function knownFinding(
  model: PanelModel,
  uri: string,
  fingerprint: string,
): { note: NoteFindings; finding: Finding } | undefined {
  if (model.findings.state !== 'done' || model.findings.value.uri !== uri) return undefined;
  const note = model.findings.value;
  const finding = note.report.findings.find((candidate) => candidate.fingerprint === fingerprint);
  return finding && { note, finding };
}

/** True when the model shows this document: only those may be revealed in an editor. */
export function isShownDocument(model: PanelModel, uri: string): boolean {
  return (
    (model.findings.state === 'done' && model.findings.value.uri === uri) ||
    (model.faithfulness.state === 'done' && model.faithfulness.value.uri === uri)
  );
}
