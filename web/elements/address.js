// The versions in question as they stand in the page's address, so that an answer can be shared.

// Longer than any sensible list of versions; what stands in an address is nobody's promise.
const LONGEST = 200;

/**
 * Return what the address says for a component, one text for each instance.
 * @param {string} id
 * @returns {string[]}
 */
export function readAddress(id) {
  const text = new URLSearchParams(location.search).getAll(id).join(",").slice(0, LONGEST);
  return text.split(",").map((each) => each.trim()).filter(Boolean);
}

/**
 * Return the page's address with this question; other parts of it stay as they are.
 * @param {[id: string, texts: string[]][]} question
 */
export function addressOf(question) {
  const url = new URL(location.href);
  for (const [id] of question) url.searchParams.delete(id);
  for (const [id, texts] of question) {
    for (const text of texts) url.searchParams.append(id, text);
  }
  return url;
}

/**
 * Put a question into the page's address.
 * @param {[id: string, texts: string[]][]} question
 */
export function writeAddress(question) {
  const url = addressOf(question);
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

/** Return the fragment of the page's address, whatever stands in it. */
export function fragment() {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
