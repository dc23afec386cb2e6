import { fromMarkdown } from "mdast-util-from-markdown";
import type { ComponentChild } from "preact";

type Root = ReturnType<typeof fromMarkdown>;
export type MarkdownNode = Root | Root["children"][number];
type Node = MarkdownNode;
type Definitions = ReadonlyMap<string, string>;
type Heading = "h2" | "h4";

/** Deeper than anybody writes; what lies deeper is left out, so that no text can exhaust the stack. */
const DEPTH_MAX = 24;
/** As much as a form takes. */
const MARKUP_MAX = 5_000;
/** More than anybody writes in a text of that length. */
const MARKS_MAX = 300;
const LINES_MAX = 300;
const SCHEMES: ReadonlySet<string> = new Set(["https:", "mailto:"]);

/**
 * What somebody wrote in Markdown, as elements. HTML in it is shown as the text that it is, pictures as their description, and
 * links lead to the encrypted web or to mail only and say to which host: a reader can be hurt by nothing in it. `heading`: the
 * element of its headings, whatever their signs: one below the heading under which the text stands.
 */
export function Markdown({ text, heading }: { text: string; heading: Heading }) {
  const { root, definitions } = parseMarkdown(text);
  return <div class="prose">{childrenOf(root, { definitions, heading, depth: 0 })}</div>;
}

/** `definitions`: where links lead that name their address elsewhere in the text; `depthMax`: what lies deeper is left out. */
export type ParsedMarkdown = { root: Root; definitions: Definitions; depthMax: number };

/** What of a text is shown, in whatever form. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const root = fromMarkdown(boundMarkup(text));
  const definitions = new Map(
    root.children.flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url] as const] : [])),
  );
  return { root, definitions, depthMax: DEPTH_MAX };
}

/**
 * Where a link may lead; null where it leads nowhere by itself, or to a scheme of code. Parsed as a browser would, and without a
 * base.
 */
export function safeAddress(url: string): URL | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed && SCHEMES.has(parsed.protocol) ? parsed : null;
}

const marker = "[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))";
const surplusMarkers = new RegExp(`^((?:${marker}){${DEPTH_MAX}})(?:${marker})+`, "gm");

/**
 * What of a text is parsed: its beginning, and of its signs of markup, its lines, and the quotes and lists that begin in one line
 * as many as somebody would write. For each of them the parser looks at all around it, so a text of nothing else would cost the
 * square of its length. Signs beyond that are left out, and further lines go on in the last one.
 */
export function boundMarkup(text: string): string {
  const fewLines = replaceAfter(text.slice(0, MARKUP_MAX), { sign: /\n/g, count: LINES_MAX, by: " " });
  const fewMarks = replaceAfter(fewLines, { sign: /[[\]*_<&\\`]/g, count: MARKS_MAX, by: "" });
  // Last, because a sign that is left out can leave markers behind each other.
  return fewMarks.replace(surplusMarkers, "$1");
}

function replaceAfter(text: string, { sign, count, by }: { sign: RegExp; count: number; by: string }): string {
  let seen = 0;
  return text.replace(sign, (found) => (++seen > count ? by : found));
}

type Place = { definitions: Definitions; heading: Heading; depth: number };

function childrenOf(node: Node, place: Place): ComponentChild[] {
  if (!("children" in node) || place.depth >= DEPTH_MAX) return [];
  const below = { ...place, depth: place.depth + 1 };
  return node.children.map((child) => render(child, below));
}

function render(node: Node, place: Place): ComponentChild {
  const children = () => childrenOf(node, place);
  switch (node.type) {
    case "paragraph":
      return <p>{children()}</p>;
    case "heading":
      return <place.heading>{children()}</place.heading>;
    case "emphasis":
      return <em>{children()}</em>;
    case "strong":
      return <strong>{children()}</strong>;
    case "blockquote":
      return <blockquote>{children()}</blockquote>;
    case "list":
      return node.ordered ? <ol start={node.start ?? 1}>{children()}</ol> : <ul>{children()}</ul>;
    case "listItem":
      return <li>{children()}</li>;
    case "link":
      return <SafeLink {...{ node, url: node.url }}>{children()}</SafeLink>;
    case "linkReference":
      return <SafeLink {...{ node, url: place.definitions.get(node.identifier) ?? "" }}>{children()}</SafeLink>;
    default:
      return renderLeaf(node);
  }
}

function renderLeaf(node: Node): ComponentChild {
  switch (node.type) {
    case "text":
      return withBreaks(node.value);
    case "html":
      return node.value;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "code":
      return <pre>{node.value}</pre>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "image":
    case "imageReference":
      return node.alt ?? "";
    default:
      return null;
  }
}

/** Whoever presses Enter in a field means a new line. */
function withBreaks(text: string): ComponentChild[] {
  return text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]));
}

type SafeLinkProps = { node: Node; url: string; children: ComponentChild[] };

/** A link whose words hide where it leads is followed by its host, in the letters of the network, so that none looks like another. */
function SafeLink({ node, url, children }: SafeLinkProps) {
  const parsed = safeAddress(url);
  if (!parsed) return <>{children}</>;
  const hidden = parsed.protocol === "https:" && !namesHost(plainTextOf(node, 0), parsed.host) ? parsed.host : null;
  return (
    <>
      <a href={parsed.href} rel="noopener noreferrer nofollow">
        {children}
      </a>
      {hidden ? ` (${hidden})` : null}
    </>
  );
}

/** Whether a text begins with this very host, letter by letter, with or without its scheme. */
function namesHost(text: string, host: string): boolean {
  const said = text.toLowerCase().replace(/^https:\/\//, "");
  return said.startsWith(host) && /^(?:$|[/?#])/.test(said.slice(host.length));
}

function plainTextOf(node: Node, depth: number): string {
  if ("children" in node)
    return depth < DEPTH_MAX ? node.children.map((child) => plainTextOf(child, depth + 1)).join("") : "";
  return "value" in node ? node.value : "";
}
