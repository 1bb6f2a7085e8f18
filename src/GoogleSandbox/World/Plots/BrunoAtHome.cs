using Assistant.GoogleSandbox.World.Files;

namespace Assistant.GoogleSandbox.World.Plots;

/// <summary>Bruno's own life: his sister's wedding, a marathon, his landlady, his knee.</summary>
internal static class BrunoAtHome
{
    public static IReadOnlyList<Talk> Talks { get; } =
    [
        new("Casamento: a lista de convidados", 230, "sofia bruno", "Família",
            new("sofia", 21, "Mano,\n\nsomos já 84 e o salão leva 80. Os primos do Porto ficam ou saem? Preciso da tua opinião até domingo.\n\nBeijinhos, Sofia",
                new Enclosure("convidados.csv", "Nome,Lado,Confirmado\nTia Lurdes,noiva,sim\nPrimos do Porto,noiva,não\nColegas do Rui,noivo,sim\n")),
            new("bruno", 1, "Os primos ficam! São eles que dançam. Corta os colegas do Rui."),
            new("sofia", 0.5, "O Rui não gostou, mas riu-se. Ficam os primos.")),
        new("O discurso", 171, "sofia bruno", "Família",
            new("bruno", 22, "Sofia, o discurso tem seis minutos. É muito? Conto a história da bicicleta ou não?"),
            new("sofia", 9, "Seis minutos está bem. A da bicicleta sim, a do bolo da avó NÃO."),
            new("bruno", 0.2, "Combinado. Sem bolo.")),
        new("Obrigada por tudo", 133, "sofia bruno", "Família",
            new("sofia", 15, "Já estamos nos Açores e chove, mas não faz mal. Obrigada pelo discurso, até o Rui chorou. Uma fotografia em anexo.\n\nSofia",
                new Enclosure("casamento.png", "")),
            new("bruno", 3, "Chorou por causa do bolo. Aproveitem!")),
        new("Plan de entrenamiento para el maratón", 156, "miguel bruno", "Corrida",
            new("miguel", 8, "Hola Bruno:\n\nAquí tienes el plan de 16 semanas. Lunes descanso, miércoles series, domingo tirada larga. No te saltes los estiramientos.\n\nMiguel Ángel",
                new Enclosure("plan-maraton.csv", "Semana,Miércoles,Domingo\n1,6 x 400 m,12 km\n2,8 x 400 m,14 km\n3,5 x 1000 m,16 km\n4,descarga,10 km\n")),
            new("bruno", 10, "¡Gracias! Una pregunta: si viajo por trabajo y pierdo el domingo, ¿lo recupero el lunes?"),
            new("miguel", 2, "Nunca. Lo perdido, perdido está. Sigue con el plan.")) { IsStarred = true },
        new("La rodilla", 92, "miguel bruno", "Corrida",
            new("bruno", 19, "Miguel, me duele la rodilla izquierda después de 14 km. ¿Paro?"),
            new("miguel", 0.7, "Para una semana y ve al médico antes de correr otra vez. Lo digo en serio."),
            new("bruno", 100, "El médico dice: inflamación, dos semanas de bicicleta y nada más."),
            new("miguel", 1, "Dos semanas no son nada. Maratón salvado.")),
        new("Marcação de consulta: ortopedia", 91, "clinica bruno", "Saúde",
            new("clinica", 9, "Exmo. Senhor Bruno Keller,\n\nconfirmamos a sua consulta de ortopedia com a Dra. Helena Pinto, quinta-feira às 17:15. Traga os exames anteriores.\n\nClínica do Rato"),
            new("bruno", 1, "Confirmado, obrigado. Os exames são de 2023, levo-os na mesma.")),
        new("Humidade na parede da cozinha", 64, "senhorio bruno", "Casa",
            new("bruno", 20, "Boa noite Dona Amélia,\n\na parede da cozinha está outra vez húmida, junto à janela. Pode mandar alguém ver?\n\nBruno"),
            new("senhorio", 14, "Bom dia Bruno,\n\no meu sobrinho passa sábado de manhã. É da caleira, já no inverno passado foi.\n\nAmélia Rocha"),
            new("bruno", 80, "O seu sobrinho é um artista. Está seco. Obrigado!")),
        new("Jantar de sexta", 4, "sofia bruno", "Família",
            new("sofia", 18, "Jantar cá em casa na sexta às oito? O Rui faz bacalhau à Brás. Traz vinho e não tragas sobremesa.\n\nSofia"),
            new("bruno", 1, "Estou aí às oito com um tinto do Dão."),
            new("sofia", 0.2, "Perfeito. E avisa se o comboio do Porto atrasar!")),
        new("Renda e recibo", 0, "senhorio bruno", "Casa",
            new Line("senhorio", 2.2, "Bom dia Bruno,\n\nsegue o recibo da renda deste mês (890 €). No próximo mês a renda não sobe.\n\nAmélia Rocha",
                new Enclosure("recibo-renda.pdf", "Recibo de renda\nBruno Keller\n890,00 EUR"))),
    ];
}
