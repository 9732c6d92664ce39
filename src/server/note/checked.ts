import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Citation } from '../../core/evidence/citations/citation';
import type { NoteReport } from '../../engine/engine';
import type { Place } from '../evidence/places';

/** A note with its last report. Every span of the report points into `document`, the text that was checked. */
export interface CheckedNote {
  key: string;
  /** As the client names it. */
  uri: string;
  document: TextDocument;
  report: NoteReport;
  /** Where the findings' and statements' citations open. */
  places: ReadonlyMap<Citation, Place>;
  /** Keys of the files whose change makes the report outdated: sources found, missing or possible. */
  dependsOn: ReadonlySet<string>;
}

/** A copy of a document as it is now: the original changes while it is typed in. */
export function snapshot(document: TextDocument): TextDocument {
  return TextDocument.create(document.uri, document.languageId, document.version, document.getText());
}
