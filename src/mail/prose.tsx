// What a firm wrote in Markdown, as part of a mail in both forms, by the same rules as on its pages.
import { renderToString } from "preact-render-to-string";
import {
  Markdown,
  type MarkdownNode,
  type ParsedMarkdown,
  parseMarkdown,
  safeAddress,
} from "../ui/components/markdown.tsx";

/** HTML written in it is the text that it is, and links lead to the encrypted web or to mail only. Links take the colour around them. */
export function proseHtml(text: string): string {
  // INVARIANT: what was written is escaped, so that an element begins nowhere but where one was made.
  return renderToString(<Markdown text={text} heading="h4" />).replaceAll("<a href=", '<a style="color:inherit" href=');
}

/** The same as plain text: without signs of markup but those of lists and quotes, and each link's address behind its words. */
export function proseText(text: string): string {
  const parsed = parseMarkdown(text);
  return blocksText(parsed.root, parsed);
}

type Place = Pick<ParsedMarkdown, "definitions" | "depthMax">;

function blocksText(node: MarkdownNode, place: Place, between = "\n\n"): string {
  const below = { ...place, depthMax: place.depthMax - 1 };
  const children = "children" in node && place.depthMax > 0 ? node.children : [];
  return children
    .map((child) => blockText(child, below))
    .filter(Boolean)
    .join(between);
}

function blockText(node: MarkdownNode, place: Place): string {
  switch (node.type) {
    case "blockquote":
      return indented(blocksText(node, place), "> ", "> ");
    case "list":
      return node.children
        .map((item, index) => {
          const sign = node.ordered ? `${(node.start ?? 1) + index}. ` : "- ";
          return indented(blocksText(item, place), sign, " ".repeat(sign.length));
        })
        .join("\n");
    case "thematicBreak":
      return "* * *";
    default:
      return inlineText(node, place);
  }
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

function inlineText(node: MarkdownNode, place: Place): string {
  switch (node.type) {
    case "link":
      return linkText(insideText(node, place), node.url);
    case "linkReference":
      return linkText(insideText(node, place), place.definitions.get(node.identifier) ?? "");
    case "break":
      return "\n";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    default:
      return "value" in node ? node.value : insideText(node, place);
  }
}

function insideText(node: MarkdownNode, place: Place): string {
  const below = { ...place, depthMax: place.depthMax - 1 };
  return "children" in node && place.depthMax > 0
    ? node.children.map((child) => inlineText(child, below)).join("")
    : "";
}

function linkText(words: string, url: string): string {
  const address = safeAddress(url)?.href.replace(/^mailto:/, "");
  return address === undefined || words === address ? words : `${words} (${address})`;
}
