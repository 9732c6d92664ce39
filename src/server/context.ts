import type { Log } from '../core/ports';
import type { Client } from './client/capabilities';
import type { Dictionaries } from './dictionaries';
import type { EngineHost } from './engine-host';
import type { ModelBridge } from './model/bridge';
import type { NoteSelection } from './note/selection';
import type { ServerSettings } from './protocol';
import type { Options } from './client/settings';
import type { Status } from './client/status';
import type { Texts } from './files/texts';

/** What the parts of the server share. Settings, folders and selection are replaced when the client changes them. */
export interface Context {
  readonly log: Log;
  readonly client: Client;
  readonly options: Pick<Options, 'rulePages'>;
  readonly host: EngineHost;
  readonly models: ModelBridge;
  readonly dictionaries: Dictionaries;
  readonly texts: Texts;
  readonly status: Status;
  settings: ServerSettings;
  /** Absolute paths of the workspace folders. */
  folders: string[];
  selection: NoteSelection;
}
