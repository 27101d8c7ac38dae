// The versions in question as they stand in the page's address, so that an answer can be shared.

// Longer than any sensible list of versions; what stands in an address is nobody's promise.
const LONGEST = 200;

/**
 * Return what the address says for a component; empty when it says nothing.
 * @param {string} id
 */
export function readAddress(id) {
  return new URLSearchParams(location.search).getAll(id).join(", ").slice(0, LONGEST);
}

/**
 * Put the texts of the components into the address; other parts of it stay as they are.
 * @param {string[][]} texts Pairs of a component's id and its text.
 */
export function writeAddress(texts) {
  const url = new URL(location.href);
  for (const [id, text] of texts) {
    if (text) url.searchParams.set(id, text);
    else url.searchParams.delete(id);
  }
  if (url.href === location.href) return;
  try {
    history.replaceState(history.state, "", url);
  } catch {
    // Browsers may forbid it for pages opened from the disk, and for many changes in a short time.
  }
}

/**
 * Return an address that stays on this page where it can, so that the question is not lost.
 * @param {string} url Relative to the page.
 */
export function withinPage(url) {
  const target = new URL(url, location.href);
  const isHere = target.origin === location.origin && target.pathname === location.pathname;
  return isHere && target.hash ? target.hash : url;
}
