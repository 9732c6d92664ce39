import * as vscode from 'vscode';
import type { SourceLinks } from '../services';

const key = 'attest.sourceLinks';

/** Links kept in the workspace's state: they never appear in a file that others share. */
export function createSourceLinks(state: vscode.Memento): SourceLinks & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const all = (): Record<string, string[]> => state.get<Record<string, string[]>>(key, {});
  return {
    all,
    of: (note) => (all()[note.toString()] ?? []).map((source) => vscode.Uri.parse(source, true)),
    async set(note, sources) {
      const links = { ...all(), [note.toString()]: sources.map((source) => source.toString()) };
      if (sources.length === 0) delete links[note.toString()];
      await state.update(key, links);
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
