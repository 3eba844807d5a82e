export default function (config) {
  config.addGlobalData("layout", "page.njk");
  return { dir: { input: "content", includes: "../layouts" }, markdownTemplateEngine: false };
}
