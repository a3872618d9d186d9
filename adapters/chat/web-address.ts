/**
 * A web address that is safe to link: absolute, http or https, without user name and password, in printable ASCII. What an
 * address holds beyond that is percent-encoded (https://url.spec.whatwg.org/#url-serializing). `undefined` for all else.
 */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const { href, username, password } = new URL(url);
  if (username !== '' || password !== '') return undefined;
  return href.replace(/[<>|"`\\^{}\s]/g, (character) => encodeURIComponent(character));
}
