/** In WeChat the navigation bar is WeChat's own (title and colours come from the page's config). */
export function NavBar(_: { title: string; brand: boolean }) {
  return null;
}
