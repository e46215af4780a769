/** JSON written by hand where values are exact decimals: no binary float stands between text and reader. */

export type Field = readonly [name: string, json: string];

/** `json` of each field is JSON already. */
export const objectOf = (fields: readonly Field[]): string =>
  `{${fields.map(([name, json]) => `"${name}":${json}`).join(',')}}`;

/** A string or number as JSON. */
export const field = (name: string, value: string | number | null): Field => [name, JSON.stringify(value)];

/** An exact decimal, digit by digit ("1358000000000", "3.0"); null for none. */
export const decimalField = (name: string, decimal: string | null): Field => [name, decimal ?? 'null'];
