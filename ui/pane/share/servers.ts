/**
 * The servers of shared books that this page can reach, and what it shows for them. The code that starts the page
 * supplies them: its policy does not name them, and the page in one file, which reaches none, carries nothing of this.
 */
import { createContext } from 'react';
import type { ServerWay } from '../../share/machine.ts';
import type { Invite } from './invite.tsx';
import type { LinksSection } from './links-section.tsx';

export interface Servers extends ServerWay {
  /** Why the server cannot be used from here, one Vietnamese sentence; null = it can. */
  readonly whyNot: (origin: string) => string | null;
  readonly LinksSection: typeof LinksSection;
  readonly Invite: typeof Invite;
}

/** Fetched when "Dùng chung" is opened; null = this page reaches none. */
export type LoadServers = () => Promise<Servers | null>;

export const ServersContext = createContext<LoadServers>(async () => null);
