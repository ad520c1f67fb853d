export interface Release {
  readonly root: string;
  readonly out: string;
  readonly built: Readonly<Partial<Record<'page' | 'web' | 'extension' | 'extensionStore' | 'addIn' | 'cli', string>>>;
}
export function packRelease(release: Release): string[];
export function licencesOf(root: string): string;
export function changesOf(text: string, version: string): string;
