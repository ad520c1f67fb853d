/** Facts of the session's record replace those of the settings; a blank in the record replaces nothing. */
import type { SessionEntry } from '../council/session-log.ts';
import type { PaperSettings } from './settings.ts';

export function withSession(settings: PaperSettings, session: SessionEntry | null): PaperSettings {
  if (!session) return settings;
  const { day, place, chair, secretary, present, proxies, written, absent } = session;
  const members = [...present, ...proxies, ...written, ...absent];
  return {
    ...settings,
    meetingOn: day ?? settings.meetingOn,
    meetingPlace: place || settings.meetingPlace,
    chair: chair || settings.chair,
    secretary: secretary || settings.secretary,
    members: members.length > 0 ? members : settings.members,
  };
}
