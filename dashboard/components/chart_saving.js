// Two buttons that save the chart above as SVG or PNG, in the browser itself: nothing is sent anywhere.
const SCALE = 2;

function picture(drawn) {
  const box = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", box.width);
  copy.setAttribute("height", box.height);
  const page = document.querySelector(".stApp") || document.body;
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(page).backgroundColor);
  copy.insertBefore(ground, copy.firstChild);
  const text = new XMLSerializer().serializeToString(copy);
  return { text, width: box.width, height: box.height };
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function savePng(found, name) {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    canvas.width = found.width * SCALE;
    canvas.height = found.height * SCALE;
    const paper = canvas.getContext("2d");
    paper.scale(SCALE, SCALE);
    paper.drawImage(image, 0, 0, found.width, found.height);
    canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(found.text)}`;
}

export default function (component) {
  const { data, parentElement } = component;
  for (const kind of ["svg", "png"]) {
    const button = parentElement.querySelector(`.${kind}`);
    button.textContent = kind.toUpperCase();
    button.title = data[kind];
    button.setAttribute("aria-label", `${data[kind]}: ${data.title}`);
    button.onclick = () => {
      const drawn = document.querySelector(`.st-key-chart-${data.name} .stVegaLiteChart svg`);
      if (!drawn) return;
      const found = picture(drawn);
      if (kind === "png") savePng(found, data.name);
      else save(new Blob([found.text], { type: "image/svg+xml" }), `${data.name}.svg`);
    };
  }
}
