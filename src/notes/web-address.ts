/**
 * Turns what a note gives as an address into one that is safe to show as a link: absolute, http or https, without user
 * name or password, line break or other white space, or `|` (which ends a link in chat markup). A relative address resolves
 * against `baseUrl`.
 *
 * Returns `'relative'` for a relative address without a base, and undefined for anything that is not to be a link.
 */
export function webAddress(text: string, baseUrl?: string): string | 'relative' | undefined {
  const written = text.trim();
  if (written === '' || /[\s|\p{C}\\<>]/u.test(written)) return undefined;
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(written);
  if (!absolute && baseUrl === undefined) return written.startsWith('//') ? undefined : 'relative';
  let url: URL;
  try {
    url = absolute ? new URL(written) : new URL(written, baseUrl);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
  return url.href.replaceAll('|', '%7C');
}
