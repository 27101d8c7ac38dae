// In a worker there are no elements, but the script that makes plans there defines some. This module
// comes before all others.

const place = /** @type {{HTMLElement?: unknown}} */ (globalThis);
place.HTMLElement ??= class {};

export {};
