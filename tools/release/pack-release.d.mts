export interface Release {
  readonly root: string;
  readonly out: string;
  readonly built: Readonly<Partial<Record<'page' | 'web' | 'extension' | 'extensionStore' | 'addIn' | 'cli' | 'help', string>>>;
  readonly executables?: (command: {
    readonly files: Readonly<Record<string, Uint8Array>>;
    readonly name: string;
    readonly version: string;
  }) => readonly {
    readonly platform: string;
    readonly program: string;
    readonly bytes: Uint8Array;
    readonly licence: string;
  }[];
}
export function packRelease(release: Release): string[];
export function licencesOf(root: string): string;
export function changesOf(text: string, version: string): string;
