import type { IndexReport, SkippedFile } from '../../src/engine/engine';
import type { LibraryModel, PanelModel } from '../protocol';
import { formatNumber, plural, t } from '../l10n';
import { indexingView } from './engine-state';
import type { IndexingView } from './engine-state';
import { baseName, belowFolder } from './paths';
import { run, screenOf } from './screen';
import type { Action, EmptyScreen, Screen } from './screen';

/** A document of the library. */
export interface DocumentRow {
  title: string;
  format: string;
  passages: string;
  /** Absolute. */
  path: string;
  /** The path from the guideline folder on. */
  shortPath: string;
  open: Action;
}

/** A file that could not be indexed: why, and what to do. */
export interface SkippedRow {
  name: string;
  path: string;
  shortPath: string;
  message: string;
  advice: string;
  open: Action;
}

/** The Library tab. */
export interface LibraryView {
  caption: string;
  folders: string[];
  documents: DocumentRow[];
  lastIndex?: string;
  skipped: SkippedRow[];
  skippedHeading: string;
  /** What the indexer is doing now. */
  indexing?: IndexingView;
  actions: Action[];
}

const formats: Record<LibraryModel['documents'][number]['format'], string> = {
  markdown: 'MD',
  text: 'TXT',
  html: 'HTML',
  pdf: 'PDF',
  docx: 'DOCX',
  fhir: 'FHIR',
};

/** What the Library tab shows. */
export function libraryScreen(model: PanelModel): Screen<LibraryView> {
  const index = run('attest.indexLibrary', t('Index'), 'refresh');
  return screenOf(
    model.library,
    { loading: t('Opening the library…'), retry: index },
    () => emptyLibrary([]),
    (library) => {
      const indexing = model.server.kind === 'indexing' ? indexingView(model.server.progress) : undefined;
      const skipped = model.lastIndex?.skipped ?? [];
      if (library.documents.length === 0 && !indexing && skipped.length === 0)
        return emptyLibrary(library.folders);
      return {
        kind: 'ready',
        caption: t(
          '{0}, {1}',
          plural(library.documents.length, '1 document', '{0} documents'),
          plural(library.passages, '1 passage', '{0} passages'),
        ),
        folders: library.folders,
        documents: library.documents
          .toSorted((a, b) => a.title.localeCompare(b.title))
          .map((entry) => ({
            title: entry.title,
            format: formats[entry.format],
            passages: formatNumber(entry.passages),
            path: entry.path,
            shortPath: belowFolder(entry.path, library.folders),
            open: { label: t('Open {0}', entry.title), message: { type: 'openFile', path: entry.path } },
          })),
        ...(model.lastIndex && { lastIndex: lastIndexText(model.lastIndex) }),
        skipped: skipped.map((file) => skippedRow(file, library.folders)),
        skippedHeading: plural(skipped.length, '1 file was not indexed', '{0} files were not indexed'),
        ...(indexing && { indexing }),
        actions: [
          index,
          run('attest.addGuidelineFolder', t('Add Folder…'), 'add-folder'),
          run('attest.clearLibrary', t('Clear…'), 'trash'),
        ],
      };
    },
  );
}

function emptyLibrary(folders: readonly string[]): EmptyScreen {
  const hasFolders = folders.length > 0;
  return {
    kind: 'empty',
    icon: 'library',
    title: hasFolders ? t('The library is not indexed yet') : t('No guidelines yet'),
    body: hasFolders
      ? plural(
          folders.length,
          '1 guideline folder is set. Index it to search, fact-check and chat offline.',
          '{0} guideline folders are set. Index them to search, fact-check and chat offline.',
        )
      : t(
          'Add a folder with your local guidelines (PDF, DOCX, HTML, Markdown or text). They are indexed on this machine and stay on it.',
        ),
    actions: [
      ...(hasFolders ? [run('attest.indexLibrary', t('Index Guideline Library'), 'refresh')] : []),
      run('attest.addGuidelineFolder', t('Add Guideline Folder…'), 'add-folder'),
      run('attest.openSampleClinic', t('Open Sample Clinic'), 'sample'),
    ],
  };
}

function lastIndexText(report: IndexReport): string {
  return t(
    'Last index: {0} indexed, {1} unchanged, {2} removed, {3} skipped, in {4} s',
    report.indexed,
    report.unchanged,
    report.removed,
    report.skipped.length,
    report.seconds,
  );
}

function skippedRow(file: SkippedFile, folders: readonly string[]): SkippedRow {
  const name = baseName(file.path);
  return {
    name,
    path: file.path,
    shortPath: belowFolder(file.path, folders),
    message: file.message,
    advice: file.advice,
    open: { label: t('Open {0}', name), message: { type: 'openFile', path: file.path } },
  };
}
