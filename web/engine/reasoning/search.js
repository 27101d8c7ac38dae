// Places in sorted lists.

/**
 * Return the index of the first item for which `isAfter` holds; it holds for all later ones.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => boolean} isAfter
 */
export function search(items, isAfter) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(items[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
