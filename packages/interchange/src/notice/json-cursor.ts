/** Reads a JSON object by what is wanted of it, says where something is wrong, and knows at the end what nobody read. */
import { IsoDate } from "@throughline/domain";
import { noticeFault } from "./notice-fault.ts";

type JsonObject = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const escapePointer = (key: string): string =>
  key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;

/** One object of a JSON text with the pointer to it. Reading a field marks it as read; `null` and missing are one. */
export class JsonCursor {
  readonly path: string;
  readonly #value: JsonObject;
  readonly #read: Map<JsonObject, Set<string>>;

  constructor(value: JsonObject, path = "", read: Map<JsonObject, Set<string>> = new Map()) {
    this.#value = value;
    this.path = path;
    this.#read = read;
  }

  /** Whether a field is there and not `null`. */
  has(key: string): boolean {
    return Object.hasOwn(this.#value, key) && this.#value[key] !== null;
  }

  /** The field's kind, without reading it. */
  kindOf(key: string): "text" | "object" | "list" | "other" | "none" {
    const value = this.#look(key);
    if (value === null) return "none";
    if (typeof value === "string") return "text";
    if (Array.isArray(value)) return "list";
    return isObject(value) ? "object" : "other";
  }

  text(key: string): string | null {
    const value = this.#take(key);
    if (value === null) return null;
    if (typeof value !== "string") throw this.#wrong(key, "is not a text");
    const text = value.trim();
    return text === "" ? null : text;
  }

  /** An id: a text or a whole number. */
  id(key: string): string | null {
    const value = this.#look(key);
    if (typeof value !== "number") return this.text(key);
    this.#take(key);
    return String(value);
  }

  number(key: string): number | null {
    const value = this.#take(key);
    if (value === null) return null;
    if (typeof value !== "number") throw this.#wrong(key, "is not a number");
    return value;
  }

  flag(key: string): boolean | null {
    const value = this.#take(key);
    if (value === null) return null;
    if (typeof value !== "boolean") throw this.#wrong(key, "is not true or false");
    return value;
  }

  /** The day of a date-time: `2026-01-01T23:59:00+01:00` is 2026-01-01, as the publisher wrote it. */
  day(key: string): IsoDate | null {
    const text = this.text(key);
    if (text === null) return null;
    const day = IsoDate.safeParse(text.slice(0, 10));
    if (!day.success || !/^.{10}(?:$|T)/u.test(text))
      throw this.#wrong(key, `'${text.slice(0, 40)}' is not a date such as 2026-01-01T00:00:00Z`);
    return day.data;
  }

  /** Texts and numbers of a list. */
  texts(key: string): string[] {
    const value = this.#take(key);
    if (value === null) return [];
    if (!Array.isArray(value)) throw this.#wrong(key, "is not a list");
    return value.map((item: unknown, index) => {
      if (typeof item === "string") return item;
      if (typeof item === "number") return String(item);
      throw this.#wrong(`${key}/${index}`, "is not a text");
    });
  }

  object(key: string): JsonCursor | null {
    const value = this.#look(key);
    if (value === null) return null;
    if (!isObject(value)) throw this.#wrong(key, "is not an object");
    return this.#child(value, key);
  }

  list(key: string): JsonCursor[] {
    const value = this.#look(key);
    if (value === null) return [];
    if (!Array.isArray(value)) throw this.#wrong(key, "is not a list");
    return value.map((item: unknown, index) => {
      if (!isObject(item)) throw this.#wrong(`${key}/${index}`, "is not an object");
      return new JsonCursor(item, `${this.path}/${escapePointer(key)}/${index}`, this.#read);
    });
  }

  /** Takes back that a field was read, for a value nothing could be made of. */
  leave(key: string): void {
    this.#read.get(this.#value)?.delete(key);
  }

  /** Everything nobody read, by pointer within this object. */
  unread(): Record<string, unknown> {
    const kept: [string, unknown][] = [];
    const walk = (value: unknown, path: string): void => {
      if (Array.isArray(value) && value.some(isObject)) {
        value.forEach((item: unknown, index) => walk(item, `${path}/${index}`));
      } else if (isObject(value)) {
        const read = this.#read.get(value);
        for (const [key, inner] of Object.entries(value))
          if (read?.has(key) !== true) walk(inner, `${path}/${escapePointer(key)}`);
      } else if (value !== null && value !== undefined) kept.push([path, value]);
    };
    walk(this.#value, "");
    return Object.fromEntries(kept);
  }

  #child(value: JsonObject, key: string): JsonCursor {
    return new JsonCursor(value, `${this.path}/${escapePointer(key)}`, this.#read);
  }

  #look(key: string): unknown {
    return Object.hasOwn(this.#value, key) ? (this.#value[key] ?? null) : null;
  }

  #take(key: string): unknown {
    const read = this.#read.get(this.#value);
    if (read === undefined) this.#read.set(this.#value, new Set([key]));
    else read.add(key);
    return this.#look(key);
  }

  #wrong(key: string, message: string): Error {
    return noticeFault(`${this.path}/${key}`, message);
  }
}
