/** How the delegate likes to read. One row of JSON; what a version does not know or cannot read falls back by field. */
import { defaultSettings, SettingsSchema, type Settings } from '../contract/delegate.ts';
import type { ReadableDb, WritableDb } from './database.ts';

export const READ_SETTINGS = `SELECT json FROM setting WHERE id = 1`;
const SAVE_SETTINGS = `INSERT INTO setting (id, json) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json`;

export function readSettings(db: ReadableDb): Settings {
  return settingsFromJson(db.prepare<[], string>(READ_SETTINGS).pluck().get());
}

export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** Changes the fields given and leaves the others. */
export function saveSettings(db: WritableDb, change: SettingsChange): Settings {
  const settings = settingsFrom(change, readSettings(db));
  db.prepare<[string]>(SAVE_SETTINGS).run(JSON.stringify(settings));
  return settings;
}

function settingsFromJson(json: string | undefined): Settings {
  if (json === undefined) return defaultSettings;
  try {
    return settingsFrom(JSON.parse(json), defaultSettings);
  } catch (error) {
    if (error instanceof SyntaxError) return defaultSettings;
    throw error;
  }
}

/** Each field from `given` where it is valid there, from `otherwise` where not. */
function settingsFrom(given: unknown, otherwise: Settings): Settings {
  const fields: Record<string, unknown> = typeof given === 'object' && given !== null ? { ...given } : {};
  const names = Object.keys(defaultSettings) as (keyof Settings)[];
  return Object.fromEntries(
    names.map((name) => [name, isValid(name, fields[name]) ? fields[name] : otherwise[name]]),
  ) as Settings;
}

function isValid(name: keyof Settings, value: unknown): boolean {
  const answer = SettingsSchema.entries[name]['~standard'].validate(value);
  return !(answer instanceof Promise) && answer.issues === undefined;
}
